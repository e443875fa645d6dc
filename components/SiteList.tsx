import { Plus, X } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { type MessageKey, t } from '../lib/i18n.ts';
import { parseSite, type SiteProblem } from '../lib/model/site.ts';

const PROBLEMS: Record<SiteProblem | 'known', MessageKey> = {
  empty: 'siteEmpty',
  notASite: 'siteNotASite',
  incomplete: 'siteIncomplete',
  wildcard: 'siteWildcard',
  notTheWeb: 'siteNotTheWeb',
  known: 'siteKnown',
};

export interface SiteListProps {
  heading: string;
  hint: string;
  /** What to say while nothing is on the list. */
  empty: string;
  sites: readonly string[];
  onAdd: (host: string) => void;
  onRemove: (host: string) => void;
}

/** A list of sites, with a field that takes what people type or paste. */
export function SiteList({ heading, hint, empty, sites, onAdd, onRemove }: SiteListProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<keyof typeof PROBLEMS>();
  const submit = (event: Event) => {
    event.preventDefault();
    const site = parseSite(typed);
    const found = 'problem' in site ? site.problem : sites.includes(site.host) ? 'known' : undefined;
    setProblem(found);
    if (found || 'problem' in site) return;
    onAdd(site.host);
    setTyped('');
  };
  return (
    <section class="panel" aria-labelledby={`${id}-heading`}>
      <h3 id={`${id}-heading`}>{heading}</h3>
      <p class="quiet">{hint}</p>
      <form class="add-site" onSubmit={submit} noValidate>
        <label for={`${id}-site`}>{t('site')}</label>
        <div class="field-line">
          <input
            id={`${id}-site`}
            class="text-field"
            type="text"
            inputMode="url"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            placeholder={t('siteExample')}
            value={typed}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={`${id}-problem`}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
          <button type="submit" class="main">
            <Plus size={16} /> {t('add')}
          </button>
        </div>
        <p id={`${id}-problem`} class="problem" role="alert">
          {problem && t(PROBLEMS[problem])}
        </p>
      </form>
      {sites.length === 0 ? (
        <p class="quiet">{empty}</p>
      ) : (
        <ul class="rows">
          {sites.toSorted().map((host) => (
            <li key={host}>
              <span class="grow">{host}</span>
              <button type="button" class="icon" aria-label={t('removeNamed', host)} title={t('remove')} onClick={() => onRemove(host)}>
                <X size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
