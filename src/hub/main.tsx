import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { applyCssVariables } from './look/cssVariables'
import './look/base.css'

const root = document.getElementById('console')
if (!root) throw new Error('index.html has no element for the console')

applyCssVariables(document.documentElement)
createRoot(root).render(
  <StrictMode>
    <App
      parts={{
        fetch: window.fetch.bind(window),
        sessionStorage: window.sessionStorage,
        localStorage: window.localStorage,
      }}
    />
  </StrictMode>,
)
