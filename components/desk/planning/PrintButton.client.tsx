"use client";
import { Printer } from "lucide-react";
import { Button } from "#components/ui/Button";

export const PrintButton = () => (
  <Button onClick={() => window.print()}>
    <Printer aria-hidden />
    Print
  </Button>
);
