import sharp from 'sharp'

/** A place without people, drawn: what lies there, or what it looks like afterwards. */
export type Scene = 'litter' | 'cleared' | 'lamp' | 'pothole' | 'ditch'

/** As large as a cheap phone takes them, turned upright already. */
const WIDTH = 1600
const HEIGHT = 1200

/** A JPEG as a phone would send it; `variant` moves things about, so that no two are the same file. */
export function drawPhoto(scene: Scene, variant = 0, quality = 86): Promise<Buffer> {
  return sharp(Buffer.from(svgOf(scene, variant)))
    .jpeg({ quality })
    .toBuffer()
}

function svgOf(scene: Scene, variant: number): string {
  const night = scene === 'lamp'
  const sky = night ? ['#1d2a3f', '#3b4a5e'] : ['#a9c8dd', '#e6eef0']
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1600 1200" width="${WIDTH}" height="${HEIGHT}">
    <defs>
      <linearGradient id="sky" x2="0" y2="1"><stop stop-color="${sky[0]}"/><stop offset="1" stop-color="${sky[1]}"/></linearGradient>
      <filter id="grain"><feTurbulence baseFrequency=".9" numOctaves="2" seed="${variant + 1}"/><feColorMatrix type="saturate" values="0"/><feComposite in2="SourceGraphic" operator="in"/></filter>
    </defs>
    <rect width="1600" height="1200" fill="url(#sky)"/>
    <path d="M0 520 Q260 330 520 480 T1040 430 T1600 500 V700 H0Z" fill="${night ? '#24312f' : '#7d9a83'}"/>
    <path d="M0 600 Q400 500 820 590 T1600 560 V760 H0Z" fill="${night ? '#1c2825' : '#5f8262'}"/>
    <path d="M0 700 H1600 V1200 H0Z" fill="${night ? '#2b3330' : '#8f9a78'}"/>
    <path d="M640 690 L860 690 L1380 1200 L160 1200Z" fill="${night ? '#3d4247' : '#9c9c98'}"/>
    <path d="M742 720 L756 720 L790 1200 L700 1200Z" fill="${night ? '#5a6066' : '#d9d7cc'}" opacity=".7"/>
    ${house(night)}
    ${things[scene](variant)}
    <rect width="1600" height="1200" filter="url(#grain)" opacity=".12"/>
  </svg>`
}

function house(night: boolean): string {
  const wall = night ? '#3a3f42' : '#d8d2c4'
  return `<path d="M1080 520 H1440 V740 H1080Z" fill="${wall}"/><path d="M1040 530 L1260 400 L1480 530Z" fill="${night ? '#2b2f33' : '#8a5d4a'}"/>
    <rect x="1130" y="590" width="80" height="70" fill="${night ? '#e2c15a' : '#6d7d86'}"/><rect x="1300" y="590" width="80" height="150" fill="#6f5a46"/>`
}

const things: Readonly<Record<Scene, (variant: number) => string>> = {
  litter: (variant) =>
    `${bin(330)}${Array.from({ length: 16 }, (_, i) => bag(i, variant)).join('')}`,
  cleared: () => bin(330),
  lamp: () =>
    `<path d="M470 1010 V330 H620" stroke="#8b9399" stroke-width="16" fill="none"/><path d="M590 318 h90 l16 34 h-120z" fill="#596168"/>`,
  pothole: (variant) =>
    `<ellipse cx="${690 + variant * 20}" cy="980" rx="210" ry="62" fill="#4c4b48"/><ellipse cx="${700 + variant * 20}" cy="990" rx="150" ry="38" fill="#6b7b86"/>`,
  ditch: (variant) =>
    `<path d="M0 930 Q300 850 560 900 L520 1010 Q260 960 0 1050Z" fill="#5c6b52"/>${Array.from({ length: 7 }, (_, i) => bag(i, variant + 3)).join('')}`,
}

function bin(x: number): string {
  return `<path d="M${x} 760 h150 l-16 190 h-118z" fill="#2f6f57"/><rect x="${x - 12}" y="735" width="174" height="30" rx="8" fill="#255845"/>`
}

const colours = ['#e9e6df', '#3b4a63', '#c9473d', '#e0b84f', '#2d2f33', '#8fb4c9']

function bag(i: number, variant: number): string {
  const x = 120 + ((i * 97 + variant * 41) % 520)
  const y = 900 + ((i * 53 + variant * 29) % 190)
  const size = 34 + ((i * 31) % 40)
  const turn = (i * 47 + variant * 13) % 90
  const colour = colours[(i + variant) % colours.length]
  return `<g transform="translate(${x} ${y}) rotate(${turn - 45})"><path d="M${-size} 0 Q${-size} ${-size * 1.2} 0 ${-size} Q${size} ${-size} ${size} 0 Q${size * 0.6} ${size * 0.7} ${-size * 0.5} ${size * 0.6}Z" fill="${colour}"/></g>`
}
