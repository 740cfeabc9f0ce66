const js = require('@eslint/js')
const tseslint = require('typescript-eslint')

const handedTheTime = 'The domain is handed the time.'
const FUNCTION_LINES_MAX = 70
const FILE_LINES_MAX = 400

module.exports = tseslint.config(
  { ignores: ['dist/**', 'data/**', '**/*.js', '**/*.cjs'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      'no-undef': 'off',
      'max-lines': ['error', { max: FILE_LINES_MAX }],
      'max-lines-per-function': [
        'error',
        { max: FUNCTION_LINES_MAX, skipBlankLines: true, skipComments: true },
      ],
      'no-console': 'error',
      // Objects of functions stand in for classes here, and none of them uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // A handler is asynchronous by its type, also where it has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: handedTheTime },
        { object: 'Math', property: 'random', message: 'The domain is handed its ids and dice.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: handedTheTime,
        },
      ],
    },
  },
  {
    // A suite is one function however many tests it holds, and answers of the wire are looked into as they come.
    files: ['tests/**', 'config/**'],
    rules: {
      'max-lines-per-function': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // It speaks for WeChat's engine, which loads code by evaluating it and hands over values without a type.
    files: ['tests/support/weappHost/**', 'tests/support/weappPicture/**'],
    rules: {
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-implied-eval': 'off',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
    },
  },
  // Only `var` declares a global.
  { files: ['types/**'], rules: { 'no-var': 'off' } },
)
