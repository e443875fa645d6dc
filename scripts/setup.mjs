// Sets a fresh clone up: packages, then browsers. Plain JavaScript for whatever Node (20 or later) the machine has;
// everything after it runs on the Node that comes with the packages.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = join(root, 'node_modules', '.sofar-setup');

const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
const onPath = (program) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

function stop(message) {
  console.error(`setup: ${message}`);
  process.exit(1);
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('setup: installing packages');
  if (!run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) stop('"npm ci" failed; its message stands above');
  if (!existsSync(join(root, 'node_modules', '.bin', 'node')))
    stop('the package "node" brought no program: allow its install script ("npm install-scripts approve node") and try again');
  writeFileSync(stamp, lock);
}

/** Debian's packages, and the programs by which each browser may be there already. */
const BROWSERS = [
  { package: 'chromium', programs: ['chromium', 'chromium-browser', 'google-chrome-for-testing'], variable: 'SOFAR_CHROMIUM' },
  { package: 'firefox-esr', programs: ['firefox-esr', 'firefox'], variable: 'SOFAR_FIREFOX' },
];

function installBrowsers() {
  const missing = BROWSERS.filter(({ programs, variable }) => !process.env[variable] && !programs.some(onPath));
  if (missing.length === 0) return;
  const names = missing.map((browser) => browser.package).join(' ');
  const mayInstall = onPath('apt-get') && process.getuid?.() === 0;
  if (!mayInstall)
    stop(
      `no ${names} was found. Install ${missing.length > 1 ? 'them' : 'it'} (Debian: sudo apt-get install ${names}), or name the programs in ${missing.map((browser) => browser.variable).join(' and ')}`,
    );
  console.error(`setup: installing ${names}`);
  process.env.DEBIAN_FRONTEND = 'noninteractive';
  if (!run('apt-get', ['update', '-qq'])) stop('"apt-get update" failed; its message stands above');
  if (!run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing.map((browser) => browser.package), 'fonts-dejavu-core']))
    stop(`"apt-get install ${names}" failed; its message stands above`);
}

if (Number(process.versions.node.split('.')[0]) < 20) stop(`Node ${process.versions.node} is too old: 20 or later is needed`);
installPackages();
installBrowsers();
