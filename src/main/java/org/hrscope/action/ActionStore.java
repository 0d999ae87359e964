package org.hrscope.action;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.hrscope.domain.Problem;
import org.hrscope.file.WholeFile;

/// The user's own actions: a JSON file each, in a folder of their data. Any one thread.
///
/// @param folder created when something is saved
public record ActionStore(Path folder) {
    private static final int LONGEST_NAME = 60;
    private static final String ENDING = ".json";

    static boolean nameable(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME && name.equals(name.strip());
    }

    /// An action from anywhere.
    ///
    /// @throws Problem `file.missing`, `file.unreadable`, `json.broken`, `action.damaged`
    public static OwnAction read(Path file) throws Problem {
        return ActionFile.read(file);
    }

    private record Stored(Path file, OwnAction action) {}

    /// All that can be read, by name.
    ///
    /// @param damaged gets each of the others
    public List<OwnAction> all(Consumer<Problem> damaged) {
        return stored(damaged).stream()
                .map(Stored::action)
                .sorted(Comparator.comparing(OwnAction::name))
                .toList();
    }

    private List<Stored> stored(Consumer<Problem> damaged) {
        List<Stored> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) return all;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                try {
                    all.add(new Stored(file, ActionFile.read(file)));
                } catch (Problem problem) {
                    damaged.accept(problem);
                }
            }
        } catch (IOException e) {
            damaged.accept(new Problem(e, "file.unreadable", folder));
        }
        return all;
    }

    /// @throws Problem `action.name`, `action.named`, `file.unwritable`
    public void save(OwnAction action) throws Problem {
        check(action.name());
        ActionFile.write(file(action.name()), action);
    }

    private void check(String name) throws Problem {
        if (!nameable(name)) throw new Problem("action.name", name);
        boolean taken = stored(_ -> {}).stream().anyMatch(each -> each.action.name().equals(name));
        if (taken) throw new Problem("action.named", name);
    }

    /// A file of that name that does not exist yet, without the characters that a file system cannot hold.
    private Path file(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N} _-]", "_");
        Path file = folder.resolve(safe + ENDING);
        for (int i = 2; Files.exists(file); i++) file = folder.resolve(safe + "-" + i + ENDING);
        return file;
    }

    /// @return it with the other name
    /// @throws Problem `action.name`, `action.named`, `file.unwritable`
    public OwnAction rename(OwnAction action, String name) throws Problem {
        if (action.name().equals(name)) return action;
        OwnAction renamed = action.named(name);
        save(renamed);
        delete(action);
        return renamed;
    }

    /// @throws Problem `file.unwritable`
    public void delete(OwnAction action) throws Problem {
        for (Stored each : stored(_ -> {})) {
            if (!each.action.name().equals(action.name())) continue;
            try {
                Files.deleteIfExists(each.file);
            } catch (IOException e) {
                throw WholeFile.unwritable(each.file, e);
            }
        }
    }
}
