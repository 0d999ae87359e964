package org.hrscope.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Frame;
import org.hrscope.export.CocoImage;
import org.hrscope.export.FoundImage;
import org.hrscope.export.FoundPose;
import org.hrscope.export.ImageIds;
import org.hrscope.export.PersonBoxes;
import org.hrscope.export.PictureNames;
import org.hrscope.people.FoundPerson;
import org.jspecify.annotations.Nullable;

/// The names of all images of a run, fixed before the first is read: so they do not depend on which can be read,
/// and every overwrite is known in advance. One thread.
public final class RunPlan {
    /// An image that is a file of its own.
    private static final class Still {
        final int number;
        final Path file;
        final String outputName;
        final PersonBoxes.@Nullable Found known;
        @Nullable Object id;

        Still(int number, Path file, String outputName, PersonBoxes.@Nullable Found known) {
            this.number = number;
            this.file = file;
            this.outputName = outputName;
            this.known = known;
        }
    }

    /// An image that has been read.
    ///
    /// @param file       index of its file in the run, from 0
    /// @param outputName of its annotated copy
    /// @param known      the people in it according to the box file; empty without one
    record Subject(int file, CocoImage image, String outputName, List<FoundPerson> known) {
        FoundImage found(List<FoundPose> people, Frame pixels) {
            return new FoundImage(file, image, outputName, people, pixels);
        }
    }

    private final List<NamedSource> sources;
    private final ImageIds ids;
    private final PictureNames names;

    /// By source, then by file name.
    private final List<Map<String, Still>> stills = new ArrayList<>();

    /// By source; null if it has single images.
    private final List<@Nullable String> series = new ArrayList<>();

    /// By source: index of its first file in the run.
    private final List<Integer> numbers = new ArrayList<>();

    private final @Nullable Shard shard;
    private int files;

    /// @param shard what is to be done of it; null for all
    public RunPlan(
            List<NamedSource> sources,
            @Nullable PersonBoxes boxes,
            PictureNames names,
            @Nullable Shard shard) {
        this.shard = shard;
        this.sources = List.copyOf(sources);
        this.names = names;
        ids = new ImageIds(boxes == null ? List.of() : boxes.ids());
        List<Still> all = new ArrayList<>();
        for (NamedSource source : sources) {
            Map<String, Still> here = new HashMap<>();
            stills.add(here);
            series.add(source.stills() ? null : names.series(lastName(source)));
            numbers.add(files);
            if (!source.stills()) files++;
            if (!source.stills()) continue;
            for (Path file : source.files()) {
                Still still = still(files++, file, boxes);
                here.put(String.valueOf(file.getFileName()), still);
                all.add(still);
            }
        }
        all.forEach(this::identify);
        for (Still still : all) if (still.id == null) still.id = ids.free();
        if (shard != null) ids.share(shard.index(), shard.of());
    }

    /// How many files there are, each video one.
    public int files() {
        return files;
    }

    /// The number of a source's first file.
    int first(int source) {
        return numbers.get(source);
    }

    /// The number of a source's last file.
    int last(int source) {
        NamedSource named = sources.get(source);
        return first(source) + (named.stills() ? named.files().size() : 1) - 1;
    }

    /// What is to be read of a source; null where there is nothing.
    ///
    /// @param reached the files up to this number are done
    @Nullable SourceSpec toRead(int source, int reached) {
        NamedSource named = sources.get(source);
        IntPredicate wanted = file -> file > reached && (shard == null || shard.has(file));
        if (!(named.spec() instanceof SourceSpec.Folder(Path folder))) {
            return wanted.test(first(source)) ? named.spec() : null;
        }
        List<Path> all = named.files();
        List<Path> some =
                IntStream.range(0, all.size())
                        .filter(i -> wanted.test(first(source) + i))
                        .mapToObj(all::get)
                        .toList();
        // All as the source itself: it may be empty, or have got more since.
        if (some.size() == all.size() && (shard == null || shard.of() == 1)) return named.spec();
        return some.isEmpty() ? null : new SourceSpec.Pictures(folder, some);
    }

    /// A frame of a video gets the number that it would get if it were read once more.
    void pass(CocoImage image) {
        if (image.frame() != null) ids.free();
    }

    private static String lastName(NamedSource source) {
        return source.files().isEmpty()
                ? source.name()
                : String.valueOf(source.files().getFirst().getFileName());
    }

    private Still still(int number, Path file, @Nullable PersonBoxes boxes) {
        return new Still(
                number,
                file,
                names.still(String.valueOf(file.getFileName())),
                boxes == null ? null : boxes.of(file.toAbsolutePath()));
    }

    /// By the box file or the number in the name; all others get theirs afterwards.
    private void identify(Still still) {
        PersonBoxes.Found known = still.known;
        OptionalLong number = ImageIds.numberIn(String.valueOf(still.file.getFileName()));
        if (known != null && ids.takeReserved(known.imageId())) {
            still.id = known.imageId();
        } else if (number.isPresent() && ids.take(number.getAsLong())) {
            still.id = number.getAsLong();
        }
    }

    /// Images missing from the box file, and videos, whose frames it cannot name.
    public List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            if (series.get(i) != null) unknown.add(sources.get(i).name());
            stills.get(i).values().stream()
                    .filter(still -> still.known == null)
                    .map(still -> still.file.toString())
                    .sorted()
                    .forEach(unknown::add);
        }
        return unknown;
    }

    /// Number of images and videos.
    public int size() {
        long videos = series.stream().filter(Objects::nonNull).count();
        return (int) videos + stills.stream().mapToInt(Map::size).sum();
    }

    /// @param source its index
    /// @param count  images of the source before this one
    Subject subject(int source, Frame frame, long count) {
        NamedSource named = sources.get(source);
        String base = series.get(source);
        if (base != null) {
            return new Subject(
                    first(source),
                    image(first(source), frame, ids.free(), named.fileName(), count),
                    PictureNames.frame(base, count),
                    List.of());
        }
        Still still = stillOf(source, frame.origin().name());
        return new Subject(
                still.number,
                image(
                        still.number,
                        frame,
                        Objects.requireNonNull(still.id),
                        NamedSource.slashed(still.file),
                        null),
                still.outputName,
                still.known == null ? List.of() : still.known.people());
    }

    /// A file added to the folder since it was listed.
    private Still stillOf(int source, String fileName) {
        return stills.get(source)
                .computeIfAbsent(fileName, _ -> late(sources.get(source), fileName));
    }

    private Still late(NamedSource source, String fileName) {
        Path file =
                source.spec() instanceof SourceSpec.Folder(Path folder)
                        ? folder.resolve(fileName)
                        : Path.of(fileName);
        Still late = new Still(files++, file, names.still(fileName), null);
        late.id = ids.free();
        return late;
    }

    private CocoImage image(
            int number, Frame frame, Object id, String fileName, @Nullable Long count) {
        Integer part = shard == null ? null : number;
        return new CocoImage(id, fileName, frame.width(), frame.height(), count, part);
    }
}
