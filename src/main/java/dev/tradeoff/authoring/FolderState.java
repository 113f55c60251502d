package dev.tradeoff.authoring;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The content files of a folder and its subfolders as they are at one moment. Links are followed; what begins with a dot is
 * not looked at: editors keep their copies so, and Kubernetes the versions of a mounted ConfigMap.
 *
 * @param files by their paths in the folder, technologies first
 * @param folders all that were looked through
 * @param unreadable files and folders
 */
record FolderState(SortedMap<String, Found> files, List<Path> folders, List<ContentFault> unreadable) {

    static final String TECHNOLOGIES = "technologies";

    private static final int DEEPEST = 16;
    private static final String COMPARISONS = "comparisons/";
    private static final Pattern CONTENT = Pattern.compile(".*\\.(?:ya?ml|json)");

    /** @param modified when it was written to, as far as the file system knows */
    record Found(Path path, long size, Instant modified) {

        boolean isJson() {
            return path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        }
    }

    static boolean isTechnologies(String file) {
        return file.startsWith(TECHNOLOGIES + ".");
    }

    /** @throws IOException if there is no such folder */
    static FolderState of(Path folder) throws IOException {
        var state = new FolderState(
                new TreeMap<>((a, b) ->
                        isTechnologies(a) != isTechnologies(b) ? (isTechnologies(a) ? -1 : 1) : a.compareTo(b)),
                new ArrayList<>(),
                new ArrayList<>());
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, state.new Visitor(folder));
        return state;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private final Path root;

        Visitor(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
            if (!path.equals(root) && isHidden(path)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            folders.add(path);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
            var name = name(path);
            if (attributes.isRegularFile()
                    && !isHidden(path)
                    && CONTENT.matcher(name).matches()
                    && (isTechnologies(name) || name.startsWith(COMPARISONS))) {
                files.put(
                        name,
                        new Found(
                                path,
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            if (!isHidden(path) && Files.exists(path)) { // else it has just gone
                unreadable.add(new ContentFault(name(path), 0, "", "cannot be read"));
            }
            return FileVisitResult.CONTINUE;
        }

        private String name(Path path) {
            return root.relativize(path).toString().replace('\\', '/');
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}
