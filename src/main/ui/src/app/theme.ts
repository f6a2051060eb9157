import { createTheme, Drawer, Menu, Modal, Tooltip, type VariantColorsResolver } from '@mantine/core'

/** Colours of buttons and badges: ours by name, so that both themes follow from tokens.css. */
const colors: VariantColorsResolver = ({ variant, color }) => {
  const bad = color === 'red'
  const accent = bad ? 'var(--bad)' : 'var(--accent)'
  const soft = bad ? 'var(--bad-tint)' : 'var(--accent-soft)'
  switch (variant) {
    case 'filled':
      return {
        background: accent,
        hover: bad ? 'var(--bad)' : 'var(--accent-strong)',
        color: bad ? 'var(--on-bad)' : 'var(--on-accent)',
        border: '1px solid transparent',
      }
    case 'light':
      return { background: soft, hover: soft, color: accent, border: '1px solid transparent' }
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: 'var(--hover)',
        color: bad ? accent : 'var(--ink)',
        border: '1px solid transparent',
      }
    default:
      return {
        background: 'var(--surface)',
        hover: 'var(--hover)',
        color: bad ? accent : 'var(--ink)',
        border: '1px solid var(--control)',
      }
  }
}

/** Mantine as we use it. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  defaultRadius: 6,
  cursorType: 'pointer',
  variantColorResolver: colors,
  components: {
    // Their lock on scrolling writes a style element; base.css does it instead.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, position: 'right' } }),
    // Their heads are no banners of the page.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'presentation' } }),
    DrawerHeader: Drawer.Header.extend({ defaultProps: { role: 'presentation' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'none', position: 'bottom-end' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { multiline: true, maw: 300, events: { hover: true, focus: true, touch: true }, openDelay: 120 },
    }),
  },
})
