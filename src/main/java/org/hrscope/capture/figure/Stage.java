package org.hrscope.capture.figure;

import org.jspecify.annotations.Nullable;
import org.opencv.core.Mat;

/// Scenes, each two clips long: which backdrop and which clothes, one fading into the next. Keeps the two backdrops it
/// needs; one thread.
final class Stage {
    private static final int SCENE = 2 * Timeline.CLIP;
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
        this.order = Shuffle.order(seed, -1, Palette.ALL.size());
    }

    /// 1 once the scene's own look is all there; before, the scene before it still shows.
    private static double share(long index) {
        if (index < SCENE) return 1;
        return Ease.ramp(0, FADE, Math.floorMod(index, SCENE));
    }

    private Palette palette(long scene) {
        return Palette.ALL.get(order[Math.floorMod(scene, order.length)]);
    }

    Outfit outfit(long index) {
        long scene = index / SCENE;
        Outfit now = palette(scene).outfit();
        return index < SCENE ? now : palette(scene - 1).outfit().towards(now, share(index));
    }

    /// Covers the whole picture; in the second half of a scene, does a little for the next one too.
    void paint(Mat picture, long index, double pan) {
        long scene = index / SCENE;
        double share = share(index);
        Backdrop now = backdrop(scene);
        if (Math.floorMod(index, SCENE) >= SCENE / 2) backdrop(scene + 1).prepare(2.5 / SCENE);
        if (share >= 1) {
            now.copyTo(picture, pan);
        } else {
            backdrop(scene - 1).copyTo(picture, pan, now, share);
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
