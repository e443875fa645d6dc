import { Choice } from '../../components/Choice.tsx';
import { StrictnessPicker } from '../../components/StrictnessPicker.tsx';
import { Switch } from '../../components/Switch.tsx';
import { t } from '../../lib/i18n.ts';
import { sendMessage } from '../../lib/messages.ts';
import type { Viewer } from '../../lib/model/viewer.ts';
import { useCover } from '../shared/useCover.ts';
import type { SectionProps } from './sectionProps.ts';

const STYLES = [
  { value: 'blur', label: t('styleBlur') },
  { value: 'bar', label: t('styleBar') },
  { value: 'dots', label: t('styleDots') },
] as const;
const STRENGTHS = [
  { value: 1, label: t('strengthSoft') },
  { value: 2, label: t('strengthMedium') },
  { value: 3, label: t('strengthStrong') },
] as const;

/** How much is hidden, how it looks, and what else Sofar does on a page. */
export function HidingSection({ viewer, act }: SectionProps) {
  const { look } = viewer;
  const change = (to: Partial<Omit<Viewer, 'shows'>>) => act(() => sendMessage('changeViewer', to));
  const preview = useCover<HTMLDivElement>(look);
  return (
    <>
      <section class="panel" aria-label={t('strictness')}>
        <StrictnessPicker value={viewer.strictness} onChange={(strictness) => change({ strictness })} />
      </section>
      <section class="panel" aria-labelledby="look">
        <h3 id="look">{t('hiddenLook')}</h3>
        <Choice legend={t('style')} options={STYLES} value={look.style} onChange={(style) => change({ look: { ...look, style } })} />
        {look.style === 'blur' && (
          <Choice legend={t('strength')} options={STRENGTHS} value={look.strength} onChange={(strength) => change({ look: { ...look, strength } })} />
        )}
        <div class="preview" ref={preview}>
          <p class="preview-label">{t('preview')}</p>
          <p>
            {t('previewSeen')} <span data-covered="">{t('previewAhead')}</span> {t('previewNews')}
          </p>
        </div>
      </section>
      <section class="panel" aria-labelledby="on-pages">
        <h3 id="on-pages">{t('onPages')}</h3>
        <Switch label={t('sofarIsOn')} hint={t('sofarIsOnHint')} checked={viewer.enabled} onChange={(enabled) => change({ enabled })} />
        <Switch label={t('cards')} hint={t('cardsHint')} checked={viewer.cards} onChange={(cards) => change({ cards })} />
        <Switch
          label={t('quietForReaders')}
          hint={t('quietForReadersHint')}
          checked={viewer.quietForReaders}
          onChange={(quietForReaders) => change({ quietForReaders })}
        />
        <Switch label={t('hideTabTitle')} hint={t('hideTabTitleHint')} checked={viewer.hideTabTitle} onChange={(hideTabTitle) => change({ hideTabTitle })} />
      </section>
    </>
  );
}
