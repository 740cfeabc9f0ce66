import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Report, ReportTable } from './reportModel'

/** A chart as it stands on the paper. */
export type Picture = { readonly title: string; readonly png: Uint8Array }

const FONT = '宋体'
/** A4, in twentieths of a point. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
}
const PICTURE = { width: 600, height: 240 }

/** A Word file that is ready to be printed and signed; loaded only by whoever asks for one. */
export async function makeDocument(report: Report, pictures: readonly Picture[]): Promise<Blob> {
  const document = new Document({
    title: report.title,
    styles: { default: { document: { run: { font: FONT, size: 21 } } } },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({
            text: report.title,
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
          }),
          new Paragraph({ text: report.basis, spacing: { after: 200 } }),
          ...report.sections.slice(0, 2).flatMap(drawSection),
          ...pictures.flatMap(drawPicture),
          ...report.sections.slice(2).flatMap(drawSection),
        ],
      },
    ],
  })
  return Packer.toBlob(document)
}

function pageNumbers(): Footer {
  const run = new TextRun({
    children: ['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页'],
  })
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })],
  })
}

function drawSection({ title, words, table }: Report['sections'][number]): (Paragraph | Table)[] {
  return [
    new Paragraph({
      text: title,
      heading: HeadingLevel.HEADING_2,
      spacing: { before: 240, after: 80 },
      keepNext: true,
    }),
    ...(words === undefined ? [] : [new Paragraph({ text: words, spacing: { after: 80 } })]),
    ...(table && table.rows.length > 0 ? [drawTable(table)] : []),
  ]
}

/** The heading stands again on each page, and no row is torn in two. */
function drawTable({ head, rows }: ReportTable): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((title) => cell(title, true)),
      }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text) => cell(text, false)) }),
      ),
    ],
  })
}

function cell(text: string, bold: boolean): TableCell {
  return new TableCell({
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [new Paragraph({ children: [new TextRun({ text, bold })] })],
  })
}

function drawPicture({ title, png }: Picture): Paragraph[] {
  const altText = { name: title, title, description: title }
  return [
    new Paragraph({ text: title, heading: HeadingLevel.HEADING_3, keepNext: true }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new ImageRun({ type: 'png', data: png, transformation: PICTURE, altText })],
    }),
  ]
}
