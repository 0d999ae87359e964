package org.hrscope.export;

import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Assigns COCO's `image_id`, unique within a run: the id in the box file, else the number in the file name
/// (`000000000785.jpg` is 785) if it is still free, else the lowest free number from 0. Frames of videos are
/// numbered too. One thread.
public final class ImageIds {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(?!.*\\d)");

    private final Set<Object> taken = new HashSet<>();
    private final Set<Object> reserved;
    private long next;
    private long start;
    private long step = 1;

    /// @param reserved ids in the box file, not given to any other image
    public ImageIds(Collection<?> reserved) {
        this.reserved = Set.copyOf(reserved);
    }

    /// The last number in a file name, without the extension.
    public static OptionalLong numberIn(String fileName) {
        Matcher number = NUMBER.matcher(fileName.replaceFirst("\\.[^.]*$", ""));
        return number.find()
                ? OptionalLong.of(Long.parseLong(number.group(1)))
                : OptionalLong.empty();
    }

    /// Whether the image gets its id from the box file: only the first to ask does.
    public boolean takeReserved(Object id) {
        return taken.add(id);
    }

    /// Whether the image gets this number.
    public boolean take(long number) {
        return !reserved.contains(number) && taken.add(number);
    }

    /// From now on only every `of`-th number is used, so that shards never share an id.
    ///
    /// @param index from 0
    public void share(int index, int of) {
        start = index;
        step = of;
    }

    /// For images that have no id yet.
    public long free() {
        while (next % step != start || reserved.contains(next) || taken.contains(next)) next++;
        return next++;
    }
}
