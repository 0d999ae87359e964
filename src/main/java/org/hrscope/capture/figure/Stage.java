package org.hrscope.capture.figure;

import org.jspecify.annotations.Nullable;

/// The backdrop and clothes of each scene, cross-faded between scenes. Keeps the two backdrops it needs. One
/// thread.
final class Stage {
    private static final int FADE = 36;

    private final long seed;
    private final int width;
    private final int height;
    private final int[] order;
    private final @Nullable Backdrop[] kept = new @Nullable Backdrop[2];
    private final long[] keptScene = {-1, -1};

    Stage(long seed, int width, int height) {
        this.seed = seed;
        this.width = width;
        this.height = height;
        this.order = Shuffle.order(seed, -1, SceneColours.ALL.size());
    }

    /// Weight of the scene's own look: 1 once the cross-fade from the previous scene is over.
    private static double share(long index) {
        if (index < Timeline.SCENE) return 1;
        return Ease.ramp(0, FADE, Math.floorMod(index, Timeline.SCENE));
    }

    private SceneColours palette(long scene) {
        return SceneColours.ALL.get(order[Math.floorMod(scene, order.length)]);
    }

    Outfit outfit(long index) {
        long scene = index / Timeline.SCENE;
        Outfit now = palette(scene).outfit();
        return index < Timeline.SCENE
                ? now
                : palette(scene - 1).outfit().towards(now, share(index));
    }

    /// Covers the whole image; in the second half of a scene, also prepares a bit of the next backdrop.
    void paint(Canvas canvas, long index, double pan) {
        long scene = index / Timeline.SCENE;
        double share = share(index);
        Backdrop now = backdrop(scene);
        if (Math.floorMod(index, Timeline.SCENE) >= Timeline.SCENE / 2)
            backdrop(scene + 1).prepare(2.5 / Timeline.SCENE);
        int column = now.column(canvas, pan);
        if (share >= 1) {
            now.prepare(1);
            canvas.cover(now, column);
        } else {
            backdrop(scene - 1).copyTo(canvas, column, now, share);
            canvas.forget();
        }
    }

    private Backdrop backdrop(long scene) {
        int slot = (int) (scene & 1);
        Backdrop backdrop = kept[slot];
        if (backdrop == null || keptScene[slot] != scene) {
            int margin = (int) Math.ceil(height * Camera.mostPan());
            Scenery scenery = new Scenery(palette(scene), seed % 97 + scene * 1.9);
            backdrop = new Backdrop(scenery, width, height, margin);
            kept[slot] = backdrop;
            keptScene[slot] = scene;
        }
        return backdrop;
    }
}
