/** The probe is a CommonJS bundle; a test that imports its parts imports this first. */
Object.assign(globalThis, { __filename: import.meta.filename });
