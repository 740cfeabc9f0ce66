import { App as AntdApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useState } from 'react'
import { ConsoleContext } from './console/ConsoleContext'
import { ConsoleGate } from './console/ConsoleGate'
import { createConsole, type ConsoleParts } from './console/createConsole'
import { antdTheme } from './look/antdTheme'

/** The whole console. Another person at the same desk gets a new one: nothing of the last must show through. */
export function App({ parts }: { parts: ConsoleParts }) {
  const [console, setConsole] = useState(() => createConsole(parts))
  useEffect(() => {
    const unblock = () => console.alarm.unblock()
    document.addEventListener('pointerdown', unblock)
    document.addEventListener('keydown', unblock)
    return () => {
      document.removeEventListener('pointerdown', unblock)
      document.removeEventListener('keydown', unblock)
    }
  }, [console])

  return (
    <ConfigProvider locale={zhCN} theme={antdTheme} button={{ autoInsertSpace: false }}>
      <AntdApp message={{ maxCount: 1, duration: 2.5 }}>
        <ConsoleContext.Provider value={console}>
          <ConsoleGate onOtherPerson={() => setConsole(createConsole(parts))} />
        </ConsoleContext.Provider>
      </AntdApp>
    </ConfigProvider>
  )
}
