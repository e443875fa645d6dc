import type { ComponentType } from 'preact';
import { t } from '../lib/i18n.ts';

export interface SectionNavProps<T extends string> {
  sections: readonly { id: T; name: string; icon: ComponentType<{ size?: number }> }[];
  current: T;
}

/** The way between the sections of the settings. The address holds the section, so each is a link. */
export function SectionNav<T extends string>({ sections, current }: SectionNavProps<T>) {
  return (
    <nav class="section-nav" aria-label={t('settingsSections')}>
      <ul>
        {sections.map(({ id, name, icon: Icon }) => (
          <li key={id}>
            <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
              <Icon size={16} /> {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
