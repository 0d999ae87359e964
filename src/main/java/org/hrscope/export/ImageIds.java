package org.hrscope.export;

import java.util.Collection;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// COCO's `image_id` for each picture of a run, unique in it: the id that the box file has for the picture, else the
/// number in its file's name (`000000000785.jpg` is 785) if no other has that, else the lowest number that is free, from
/// 0. Frames of videos are counted so too. One thread.
public final class ImageIds {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})(?!.*\\d)");

    private final Set<Object> taken = new HashSet<>();
    private final Set<Object> reserved;
    private long next;
    private long start;
    private long step = 1;

    /// @param reserved those of the box file: whoever is not in it gets none of them
    public ImageIds(Collection<?> reserved) {
        this.reserved = Set.copyOf(reserved);
    }

    /// The last number in a file's name, without its ending.
    public static OptionalLong numberIn(String fileName) {
        Matcher number = NUMBER.matcher(fileName.replaceFirst("\\.[^.]*$", ""));
        return number.find()
                ? OptionalLong.of(Long.parseLong(number.group(1)))
                : OptionalLong.empty();
    }

    /// Whether a picture gets the id that the box file has for it: the first that asks.
    public boolean takeReserved(Object id) {
        return taken.add(id);
    }

    /// Whether a picture gets this number.
    public boolean take(long number) {
        return !reserved.contains(number) && taken.add(number);
    }

    /// From now on only every `of`-th number counts as free, so that parts of a run give no number twice.
    ///
    /// @param index from 0
    public void share(int index, int of) {
        start = index;
        step = of;
    }

    /// For those who have none by then.
    public long free() {
        while (next % step != start || reserved.contains(next) || taken.contains(next)) next++;
        return next++;
    }
}
