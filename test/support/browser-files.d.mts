/** Where the tests' browser is, unpacked if need be; `fontConfig` is the FONTCONFIG_FILE it needs, where it needs one. */
export function prepareBrowser(): { executablePath: string; fontConfig: string | undefined };
