/**
 * English that the engine knows, as data. Nothing here belongs to any show: these are the words in which
 * stories and talk about stories are told, grouped by what they say.
 */

/**
 * Words for one kind of event or tie. A sentence that holds one of them and a fact of the same kind speak of the
 * same thing in other words ("her funeral" and "she dies"). Written as they are spelled; the tokenizer stems them.
 */
export const CONCEPTS: Record<string, string> = {
  death:
    'die dies died dead death dying perish killed kill murder murdered funeral corpse body grave buried burial fatal fate deceased demise slain executed execution drowned suicide eulogy eulogies mourning mourn widow widower rip posthumous sacrifice assassinated lifeless',
  kill: 'kill killed killer murder murdered murderer slay slain shoot shot stab stabbed strangle strangled poison poisoned execute executed behead beheaded assassinate assassin slaughter massacre burn burned choke smother hang hanged',
  marriage: 'marry married marries marriage wedding wed weds bride groom husband wife spouse vows honeymoon altar newlywed',
  couple:
    'couple boyfriend girlfriend boyfriends girlfriends dating date dates romance romantic kiss kisses kissed love lover lovers relationship together sleep affair crush engaged engagement fiance fiancee propose proposes proposal smitten flirt hook',
  breakup: 'breakup break split splits dump dumps dumped divorce divorced separate separated ex leaves',
  parent: 'mother father mom mum dad parent parents son daughter child baby born birth pregnant pregnancy bastard heir stepfather stepmother fathered',
  sibling: 'brother sister sibling siblings twin twins brothers sisters half-brother half-sister',
  identity: 'identity secret secretly real true actually alias impostor disguise masked unmasked alter reveal reveals revealed turns',
  alliance: 'ally allies alliance join joins joined team teams partner partners pact allegiance swear sworn side deal',
  betrayal: 'betray betrays betrayed betrayal traitor backstab double-cross turns sells rat rats informant snitch denounce',
  job: 'job hired hire fired fire promoted promotion ceo boss king queen captain chief appointed elected crowned coronation crown resign resigns quits quit sheriff commander president chairman',
  arrival: 'arrive arrives arrived arrival comes return returns returned back reunite reunited reunion appears joins',
  departure: 'leave leaves left depart departs departure flee flees fled escape escapes escaped exile exiled runs goodbye moves',
  injury:
    'injured injury wound wounded hurt maimed loses coma hospital bleeding attacked attack beaten beats collapse collapses stroke heart scar blinded paralysed crippled unconscious faints',
  capture: 'capture captured arrest arrested prison prisoner jail kidnap kidnapped abducted hostage captive imprisoned trial dungeon cell',
  fight: 'fight fights battle duel war defeat defeats defeated win wins won attack siege army ambush invade punches punch',
  discovery:
    'discover discovers discovered find finds found learn learns learned realise realize realizes realises uncover uncovers figures clue evidence truth',
  coming_out: 'coming-out out gay bi bisexual lesbian queer trans asexual',
  illness: 'ill illness sick cancer disease infected infection bite bitten bit plague disorder anorexia therapy treatment diagnosed diagnosis remission clinic',
};

/** What says nothing about which event is meant: left out of retrieval, kept for the story model. */
export const STOP_WORDS = new Set(
  (
    'a about above after again against all also always am an and another any anyone anything are around as at away be because been before being below between both but by can could did do does doing down during each either else ever ' +
    'every few first for from further get gets getting go goes going gone got had has have having he her here hers herself him himself his how however i if im in into is it its itself just kind know last let like ' +
    'lol lot made make makes many may maybe me might more most much must my myself never new next no nor not nothing now of off okay on once one only onto or other our ours out over own part people put quite rather really right said same say says scene see ' +
    'seen series she should show since so some someone something still such take takes than that the their theirs them themselves then there these they thing things this those though through time to too two under until up upon us very ' +
    'want wants was way we well went were what when where whether which while who whom whose why will with within without would yes yet you your yours u ur thats dont didnt doesnt isnt wasnt hes shes theyre ive id ill youre cant couldnt wont ' +
    'season seasons episode episodes ep s d ll ve re t m'
  ).split(' '),
);
