"use client";
export { Broken as default } from "#components/desk/notice/Broken.client";
