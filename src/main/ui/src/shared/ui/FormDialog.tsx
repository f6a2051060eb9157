import { Button, Modal } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject, type SubmitEvent } from 'react'
import styles from './FormDialog.module.css'
import { useUnsaved } from './unsaved'

/** How a form controls the dialog around it. */
export interface DialogHandle {
  /** Closes the dialog without a question. */
  readonly close: () => void
  /** Closes the dialog; asks first if something was typed. */
  readonly leave: () => void
  /** Sets whether closing the dialog would lose something typed. */
  readonly setChanged: (changed: boolean) => void
  /** The open question about unsaved input; undefined without one. */
  readonly question: { readonly keep: () => void; readonly discard: () => void } | undefined
}

interface FormDialogProps {
  readonly opened: boolean
  readonly title: string
  readonly onClose: () => void
  /** The element that gets the focus afterwards, if the one that opened the dialog is gone by then, such as a menu item. */
  readonly returnTo?: RefObject<HTMLElement | null>
  /** The form; a new one each time the dialog opens. */
  readonly children: (dialog: DialogHandle) => ReactNode
}

/** A dialog with a form. It asks before anything typed is lost, whether the dialog is closed or the page is left. */
export function FormDialog({ opened, title, onClose, returnTo, children }: FormDialogProps) {
  const [changed, setChanged] = useState(false)
  const [asks, setAsks] = useState(false)
  const opener = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (opened) {
      opener.current = document.activeElement
    }
  }, [opened])
  const holds = opened && changed
  useUnsaved(holds)
  const blocker = useBlocker({
    shouldBlockFn: () => true,
    enableBeforeUnload: () => holds,
    disabled: !holds,
    withResolver: true,
  })
  const leave = () => {
    if (holds) {
      setAsks(true)
    } else {
      onClose()
    }
  }
  const question =
    asks || blocker.status === 'blocked'
      ? {
          keep: () => {
            setAsks(false)
            blocker.reset?.()
          },
          discard: () => {
            onClose()
            blocker.proceed?.()
          },
        }
      : undefined
  return (
    <Modal
      opened={opened}
      title={title}
      size={560}
      classNames={{ title: styles.title ?? '' }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      onClose={leave}
      // The library gives it back after a fixed time, when it may still be kept inside.
      returnFocus={false}
      onExitTransitionEnd={() => {
        setChanged(false)
        setAsks(false)
        const target = returnTo === undefined ? opener.current : returnTo.current
        if (target instanceof HTMLElement) {
          target.focus()
        }
      }}
    >
      {children({ close: onClose, leave, setChanged, question })}
    </Modal>
  )
}

interface DialogFormProps {
  readonly dialog: DialogHandle
  /** The label of the button that submits the form. */
  readonly action: string
  readonly destructive?: boolean
  readonly pending: boolean
  /** Whether closing would lose something typed. */
  readonly changed?: boolean
  /** The error message above the buttons. */
  readonly problem?: ReactNode
  /** Returns whether the input is valid; if not, the first wrong field gets the focus. */
  readonly onSubmit: () => boolean
  readonly children: ReactNode
}

/** The form of a {@link FormDialog}: fields, what went wrong, and the buttons. */
export function DialogForm({
  dialog,
  action,
  destructive = false,
  pending,
  changed = false,
  problem,
  onSubmit,
  children,
}: DialogFormProps) {
  const { setChanged, leave, question } = dialog
  const form = useRef<HTMLFormElement>(null)
  const [refusals, setRefusals] = useState(0)
  // At once: Escape may be the very next key.
  useLayoutEffect(() => {
    setChanged(changed)
  }, [changed, setChanged])
  // After this page or the service has refused what was typed.
  useEffect(() => {
    if (!pending) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }, [refusals, pending])
  useEffect(() => {
    // What had the focus is gone, or could not be pressed for a while.
    if (document.activeElement === document.body) {
      form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus()
    }
  })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!pending && !onSubmit()) {
      setRefusals((before) => before + 1)
    }
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} noValidate>
      {children}
      {problem}
      {question === undefined ? (
        <div className={styles.buttons}>
          <Button variant="default" onClick={leave}>
            Cancel
          </Button>
          <Button type="submit" loading={pending} {...(destructive ? { color: 'red' } : {})}>
            {action}
          </Button>
        </div>
      ) : (
        <div className={styles.question} role="alert">
          <p>You have unsaved changes.</p>
          <div className={styles.buttons}>
            <Button variant="default" autoFocus onClick={question.keep}>
              Keep editing
            </Button>
            <Button color="red" onClick={question.discard}>
              Discard changes
            </Button>
          </div>
        </div>
      )}
    </form>
  )
}
