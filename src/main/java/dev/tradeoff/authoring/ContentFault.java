package dev.tradeoff.authoring;

/**
 * Why a file of the content folder was not loaded.
 *
 * @param file its path in the folder
 * @param line from 1; 0 where the file as a whole is meant
 * @param pointer JSON Pointer into it; empty for the whole
 */
record ContentFault(String file, int line, String pointer, String detail) {

    @Override
    public String toString() {
        return file + (line > 0 ? ", line " + line : "") + ": " + (pointer.isEmpty() ? "" : pointer + " ") + detail;
    }
}
