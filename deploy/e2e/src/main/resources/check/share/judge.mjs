// Asks a gateway as a recipient would, with kill-the-clipboard. One command per run, in JSON on standard input; the answer is one
// line of JSON. The command names the link and says what to do with it: {"do": "open" | "hammer" | "watch" | "card", "link": …, …}.
import { Directory, SHCReader, SHLViewer } from 'kill-the-clipboard';

const input = JSON.parse(await new Promise((done, fail) => {
  let text = '';
  process.stdin.on('data', part => { text += part; }).on('end', () => done(text)).on('error', fail);
}));

/** Opens a link once, and tells what the client says of it and what the server answered. */
async function open(link, passcode, more = {}) {
  const seen = [];
  const viewer = new SHLViewer({
    shlinkURI: link,
    fetch: async (url, options) => {
      const answer = await fetch(url, options);
      seen.push({
        status: answer.status,
        type: answer.headers.get('content-type'),
        remaining: answer.status === 401 ? (await answer.clone().json()).remainingAttempts : null,
      });
      return answer;
    },
  });
  try {
    const { manifest, fhirResources } = await viewer.resolveSHL({ recipient: 'Phòng khám Kiểm Thử', ...(passcode && { passcode }), ...more });
    const types = fhirResources.flatMap(resource => (resource.entry ?? []).map(entry => entry.resource.resourceType));
    return { opened: true, types, files: manifest?.files?.map(file => ({ status: file.status, embedded: 'embedded' in file })) ?? [], seen };
  } catch (error) {
    return { opened: false, error: error.constructor.name, seen };
  }
}

/** Opens a link many times at once; who is told to come again comes again. */
async function hammer({ link, passcode, times }) {
  const one = async () => {
    for (;;) {
      const answer = await open(link, passcode);
      const status = answer.seen.at(-1)?.status;
      if (status !== 503 && status !== 429) return answer;
      await new Promise(done => setTimeout(done, 500));
    }
  };
  const all = await Promise.all(Array.from({ length: times }, one));
  const errors = {};
  all.forEach(answer => { const key = answer.opened ? 'opened' : answer.error; errors[key] = (errors[key] ?? 0) + 1; });
  const remaining = all.map(answer => answer.seen.at(-1).remaining).filter(left => left !== null).sort((a, b) => a - b);
  return { errors, remaining };
}

/** Opens a link again and again until it is refused. */
async function watch({ link }) {
  let opened = 0;
  for (;;) {
    const answer = await open(link);
    if (!answer.opened) return { opened, error: answer.error };
    opened += 1;
    if (opened === 1) console.error('open');
  }
}

/** Verifies a card: by the keys of its issuer (fetched once), and by its revocation list. */
async function card({ qr, issuer }) {
  try {
    const directory = issuer ? await Directory.fromURLs([issuer]) : null;
    const reader = new SHCReader({ issuerDirectory: directory });
    const read = await reader.fromQRNumeric(qr);
    return { read: true, types: read.getOriginalBundle().entry.map(entry => entry.resource.resourceType) };
  } catch (error) {
    return { read: false, error: error.constructor.name, because: String(error.message) };
  }
}

const does = {
  open: () => open(input.link, input.passcode, input.more),
  hammer: () => hammer(input),
  watch: () => watch(input),
  card: () => card(input),
};
console.log(JSON.stringify(await does[input.do]()));
