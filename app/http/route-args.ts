import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

export type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;
