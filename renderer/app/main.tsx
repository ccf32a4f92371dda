import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startListening } from '../api.ts';
import { App } from './app.tsx';
import { guardUnsavedWork } from './unsaved-work.ts';
import './tokens.css';
import './base.css';

// React Aria adds a <style> tag unless an element with this id is there; the security policy would refuse it,
// so its one rule stands in base.css.
const placeholder = document.createElement('meta');
placeholder.id = 'react-aria-pressable-style';
document.head.append(placeholder);

// A file let go outside of a place that takes it must not replace the window.
for (const type of ['dragover', 'drop']) window.addEventListener(type, event => event.preventDefault());

startListening();
guardUnsavedWork();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
