package org.hrscope.ui.opening;

import java.util.Map;
import java.util.TreeMap;
import org.hrscope.capture.CameraInfo;
import org.hrscope.capture.CameraMode;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.jspecify.annotations.Nullable;

/// The mode chosen for each camera, by its name: its number changes with the socket. FX thread.
public final class CameraModes {
    private final Map<String, CameraMode> chosen = new TreeMap<>();

    /// @param texts as from [#texts()]; anything else is passed over
    public CameraModes(@Nullable Map<String, String> texts) {
        if (texts == null) return;
        texts.forEach((name, text) -> {
            try {
                if (SourceSpec.parse(text) instanceof SourceSpec.Camera camera)
                    chosen.put(name, camera.mode());
            } catch (Problem passedOver) {
                // as if nothing had been chosen
            }
        });
    }

    public SourceSpec.Camera of(CameraInfo camera) {
        CameraMode mode = chosen.getOrDefault(camera.name(), CameraMode.USUAL);
        return new SourceSpec.Camera(camera.index(), mode);
    }

    public void choose(String name, CameraMode mode) {
        if (mode.equals(CameraMode.USUAL)) chosen.remove(name);
        else chosen.put(name, mode);
    }

    /// For the settings: by name, a camera's address with its mode.
    public Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        chosen.forEach((name, mode) -> texts.put(name, new SourceSpec.Camera(0, mode).text()));
        return texts;
    }
}
