// The computed layer: what several audits need, worked out at most once per dataset and only when asked for.
export type Computed = Record<string, never>;
