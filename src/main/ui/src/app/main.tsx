import './mantine.css'
import './tokens.css'
import './base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { newQueryClient } from '@/shared/api/queries'
import { Look } from './Look'
import { leaveForSignIn, newRouter } from './router'

const queryClient = newQueryClient(() => {
  leaveForSignIn(router, queryClient)
})
const router = newRouter(queryClient)

const root = document.getElementById('root')
if (root === null) {
  throw new Error('index.html has no element for the application')
}
createRoot(root).render(
  <StrictMode>
    <Look>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </Look>
  </StrictMode>,
)
