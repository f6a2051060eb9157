import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import typescript from 'typescript-eslint'

// One way: app → features → shared → generated, and no feature knows another.
const features = ['journeys', 'dashboards', 'exports', 'session', 'tenant', 'audit']

const upwards = { regex: '^\\.\\./', message: 'Import with @/ what lies in another folder.' }
const echarts = {
  regex: '^echarts',
  message: 'Charts are drawn by shared/ui/chart, which is loaded when one is shown.',
  allowTypeImports: true,
}

// They write style elements, which the Content-Security-Policy forbids, or need those that do.
const forbiddenComponents = {
  name: '@mantine/core',
  importNames: ['AppShell', 'Grid', 'SimpleGrid', 'MantineProvider', 'ColorSchemeScript'],
  message: 'It needs style elements, which the Content-Security-Policy forbids.',
}

const imports = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    { paths: [forbiddenComponents], patterns: [upwards, echarts, ...patterns] },
  ],
})
const layers = (...names) => ({
  regex: `^@/(${names.join('|')})(/|$)`,
  message: 'Imports go one way: app → features → shared → generated.',
})

export default defineConfig(
  globalIgnores(['src/generated']),
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  typescript.configs.stylisticTypeChecked,
  hooks.configs.flat['recommended-latest'],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...imports(),
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name=/^(hiddenFrom|visibleFrom)$/]',
          message: 'It writes a style element, which the Content-Security-Policy forbids.',
        },
        {
          selector: 'JSXAttribute[name.name=/^(m|mt|mb|ml|mr|mx|my|p|pt|pb|pl|pr|px|py|w|h|fz|gap)$/] ObjectExpression',
          message: 'A responsive style property writes a style element, which the Content-Security-Policy forbids.',
        },
      ],
    },
  },
  ...features.map((feature) => ({
    files: [`src/features/${feature}/**`],
    rules: imports(layers('app', ...features.filter((other) => other !== feature).map((other) => `features/${other}`))),
  })),
  { files: ['src/shared/**'], rules: imports(layers('app', 'features')) },
  // The one place that draws, and the one that sets Mantine up.
  {
    files: ['src/shared/ui/chart/**', 'src/app/Look.tsx'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [upwards, layers('features')] }] },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
)
