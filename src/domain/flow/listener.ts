/**
 * Who is told. reporter: and those whose reports were joined to it · assignee: whoever has the task · taskOwner: the
 * person, pool or department it was given to · called: owners of the tasks beside the main one · inCharge: those who
 * hold the permission that the status's deadline warns, where the matter lies · hub: the township's hub · county: the
 * county's · ring: workers of the areas in the field `ring` · area: everybody who works in its area ·
 * a roll: everybody who entered it · named: the people in a field.
 */
export type Listener =
  | 'reporter'
  | 'assignee'
  | 'taskOwner'
  | 'called'
  | 'inCharge'
  | 'hub'
  | 'county'
  | 'ring'
  | 'area'
  | { readonly roll: string }
  | { readonly named: string }
