/** `wx.getFileSystemManager()` over a map, with the paths, limits and words of the real one. */
import { base64Of, bufferOf, bytesOf, textOf } from '../bytes'
import type { Fields, Run, StoredFile } from '../types'
import { answering, WxFailure } from './answer'

export const userDataPath = 'wxfile://usr'

type Operation = { arguments: string[]; run: (options: Fields) => Fields | void; yields?: string }

export function fileSystemManager(run: Run): Fields {
  const manager: Fields = {}
  for (const [name, operation] of Object.entries(operationsOf(run))) {
    manager[name] = answering(run, name, operation.run)
    manager[`${name}Sync`] = (...values: unknown[]) => {
      const options = Object.fromEntries(operation.arguments.map((key, i) => [key, values[i]]))
      run.calls.push({ name: `${name}Sync`, options: options })
      const result = operation.run(options)
      return operation.yields ? result?.[operation.yields] : undefined
    }
  }
  return manager
}

function operationsOf(run: Run): Record<string, Operation> {
  return { ...readingOperations(run), ...writingOperations(run), ...folderOperations(run) }
}

function readingOperations(run: Run): Record<string, Operation> {
  return {
    access: { arguments: ['path'], run: ({ path }) => void entryAt(run, String(path)) },
    readFile: {
      arguments: ['filePath', 'encoding', 'position', 'length'],
      run: (options) => ({ data: readAs(fileAt(run, String(options.filePath)), options) }),
      yields: 'data',
    },
    stat: {
      arguments: ['path', 'recursive'],
      run: ({ path }) => ({ stats: statsOf(entryAt(run, String(path))) }),
      yields: 'stats',
    },
    getFileInfo: {
      arguments: ['filePath'],
      run: ({ filePath }) => ({ size: fileAt(run, String(filePath)).bytes.length }),
    },
    readdir: {
      arguments: ['dirPath'],
      run: ({ dirPath }) => ({ files: namesIn(run, folderAt(run, String(dirPath))) }),
      yields: 'files',
    },
    getSavedFileList: { arguments: [], run: () => ({ fileList: savedFiles(run) }) },
  }
}

function writingOperations(run: Run): Record<string, Operation> {
  return {
    writeFile: {
      arguments: ['filePath', 'data', 'encoding'],
      run: ({ filePath, data, encoding }) => put(run, String(filePath), bytesOf(data, encoding)),
    },
    appendFile: {
      arguments: ['filePath', 'data', 'encoding'],
      run: ({ filePath, data, encoding }) => append(run, String(filePath), bytesOf(data, encoding)),
    },
    copyFile: {
      arguments: ['srcPath', 'destPath'],
      run: ({ srcPath, destPath }) =>
        put(run, String(destPath), fileAt(run, String(srcPath)).bytes),
    },
    rename: {
      arguments: ['oldPath', 'newPath'],
      run: ({ oldPath, newPath }) => move(run, String(oldPath), String(newPath)),
    },
    saveFile: {
      arguments: ['tempFilePath', 'filePath'],
      run: ({ tempFilePath, filePath }) => ({
        savedFilePath: save(run, String(tempFilePath), filePath as string | undefined),
      }),
      yields: 'savedFilePath',
    },
    unlink: { arguments: ['filePath'], run: ({ filePath }) => remove(run, String(filePath)) },
    removeSavedFile: {
      arguments: ['filePath'],
      run: ({ filePath }) => remove(run, String(filePath)),
    },
  }
}

function folderOperations(run: Run): Record<string, Operation> {
  return {
    mkdir: {
      arguments: ['dirPath', 'recursive'],
      run: ({ dirPath, recursive }) => makeFolder(run, trim(dirPath), recursive === true),
    },
    rmdir: {
      arguments: ['dirPath', 'recursive'],
      run: ({ dirPath, recursive }) => removeFolder(run, trim(dirPath), recursive === true),
    },
  }
}

/** Temporary files, which die with the run, and saved ones share one space of paths. */
export function fileAt(run: Run, path: string): StoredFile {
  const file = run.memory.files.get(path) ?? run.temporary.get(path)
  if (!file) throw missing(path)
  return file
}

function missing(path: string) {
  return new WxFailure(`no such file or directory, open "${path}"`, { errno: 1300002 })
}

function entryAt(run: Run, path: string): StoredFile | 'folder' {
  return isFolder(run, trim(path)) ? 'folder' : fileAt(run, path)
}

function folderAt(run: Run, path: string): string {
  if (!isFolder(run, trim(path))) throw missing(path)
  return trim(path)
}

function isFolder(run: Run, path: string) {
  return path === userDataPath || run.memory.folders.has(path)
}

function trim(path: unknown) {
  return String(path).replace(/\/+$/, '')
}

function parentOf(path: string) {
  return path.slice(0, path.lastIndexOf('/'))
}

function readAs(file: StoredFile, { encoding, position, length }: Fields): unknown {
  const from = typeof position === 'number' ? position : 0
  const to = typeof length === 'number' ? from + length : undefined
  const bytes = file.bytes.slice(from, to)
  if (encoding === undefined || encoding === null || encoding === '') return bufferOf(bytes)
  return encoding === 'base64' ? base64Of(bytes) : textOf(bytes)
}

function statsOf(entry: StoredFile | 'folder') {
  const folder = entry === 'folder'
  const seconds = folder ? 0 : Math.floor(entry.modifiedAtMs / 1000)
  return {
    mode: folder ? 0o40755 : 0o100644,
    size: folder ? 0 : entry.bytes.length,
    lastAccessedTime: seconds,
    lastModifiedTime: seconds,
    isDirectory: () => folder,
    isFile: () => !folder,
  }
}

function namesIn(run: Run, folder: string): string[] {
  const inside = [...run.memory.files.keys(), ...run.memory.folders].filter(
    (path) => parentOf(path) === folder,
  )
  return inside.map((path) => path.slice(folder.length + 1))
}

function put(run: Run, path: string, bytes: Uint8Array) {
  if (!path.startsWith(`${userDataPath}/`) && !path.startsWith('wxfile://store')) {
    throw new WxFailure(`permission denied, open "${path}"`, { errno: 1300013 })
  }
  if (path.startsWith(userDataPath) && !isFolder(run, parentOf(path))) throw missing(path)
  const before = run.memory.files.get(path)?.bytes.length ?? 0
  const used = [...run.memory.files.values()].reduce((sum, file) => sum + file.bytes.length, 0)
  if (used - before + bytes.length > run.memory.fileBytesMax) {
    throw new WxFailure('the maximum size of the file storage limit is exceeded', {
      errno: 1300202,
    })
  }
  run.memory.files.set(path, { bytes: bytes.slice(), modifiedAtMs: Date.now() })
}

function append(run: Run, path: string, bytes: Uint8Array) {
  put(run, path, Uint8Array.from([...fileAt(run, path).bytes, ...bytes]))
}

function move(run: Run, from: string, to: string) {
  put(run, to, fileAt(run, from).bytes)
  if (from !== to) remove(run, from)
}

/** The temporary file is moved, not copied: afterwards it is gone. */
function save(run: Run, from: string, to = `wxfile://store_${run.nextNumber()}`): string {
  move(run, from, to)
  return to
}

function remove(run: Run, path: string) {
  if (isFolder(run, trim(path))) {
    throw new WxFailure(`operation not permitted, unlink "${path}"`, { errno: 1300001 })
  }
  fileAt(run, path)
  run.memory.files.delete(path)
  run.temporary.delete(path)
}

function savedFiles(run: Run) {
  return [...run.memory.files]
    .filter(([path]) => path.startsWith('wxfile://store'))
    .map(([filePath, { bytes, modifiedAtMs }]) => ({
      filePath,
      size: bytes.length,
      createTime: Math.floor(modifiedAtMs / 1000),
    }))
}

function makeFolder(run: Run, path: string, recursive: boolean) {
  if (isFolder(run, path)) {
    if (recursive) return
    throw new WxFailure(`file already exists, mkdir "${path}"`, { errno: 1301005 })
  }
  if (!path.startsWith(userDataPath)) throw new WxFailure(`permission denied, mkdir "${path}"`)
  if (!isFolder(run, parentOf(path))) {
    if (!recursive) throw missing(path)
    makeFolder(run, parentOf(path), true)
  }
  run.memory.folders.add(path)
}

function removeFolder(run: Run, path: string, recursive: boolean) {
  if (!run.memory.folders.has(path)) throw missing(path)
  const { files, folders } = run.memory
  const inside = (other: string) => other.startsWith(`${path}/`)
  if (!recursive && namesIn(run, path).length) {
    throw new WxFailure(`directory not empty, rmdir "${path}"`, { errno: 1300066 })
  }
  for (const file of [...files.keys()].filter(inside)) files.delete(file)
  for (const folder of [...folders].filter(inside)) folders.delete(folder)
  folders.delete(path)
}
