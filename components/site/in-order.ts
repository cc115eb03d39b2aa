import { createElement, Fragment, type ReactNode } from "react";

/** Children that never change places, as on every page that is rendered once; so they need no keys. */
export const inOrder = (nodes: ReactNode[]): ReactNode => createElement(Fragment, null, ...nodes);
