package org.hrscope.capture;

import java.time.Duration;
import java.util.function.Function;
import org.hrscope.domain.Problem;

/// Opens sources. Opening reads files, waits for networks and cameras, and loads native libraries: call it on the
/// thread that will read the source, never on the FX thread.
public final class SourceOpener {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Cameras cameras;
    private final Function<FramePool, FrameSource> demo;
    private final Function<DemoScene, FrameSource> scenes;

    /// @param demo   creates the demo figure
    /// @param scenes creates one of its scenes
    public SourceOpener(
            Cameras cameras,
            Function<FramePool, FrameSource> demo,
            Function<DemoScene, FrameSource> scenes) {
        this.cameras = cameras;
        this.demo = demo;
        this.scenes = scenes;
    }

    /// The demo figure for each of its scenes.
    public SourceOpener(Cameras cameras, Function<FramePool, FrameSource> demo) {
        this(cameras, demo, scene -> demo.apply(new FramePool()));
    }

    /// @param pool for the source's frames
    /// @throws Problem if it cannot be opened
    public FrameSource open(SourceSpec spec, FramePool pool) throws Problem {
        if (spec instanceof SourceSpec.Video || spec instanceof SourceSpec.Stream) Ffmpeg.need();
        return switch (spec) {
            case SourceSpec.Camera camera -> cameras.open(camera.index(), camera.mode(), pool);
            case SourceSpec.Video video -> new VideoSource(video.file(), pool);
            case SourceSpec.Picture picture -> new PictureSource(picture.file(), pool);
            case SourceSpec.Folder folder -> new FolderSource(folder.folder(), pool);
            case SourceSpec.Pictures some -> new FolderSource(some.folder(), some.files(), pool);
            case SourceSpec.Stream stream -> new StreamSource(stream.address(), pool, PATIENCE);
            case SourceSpec.Demo(DemoScene scene) ->
                    scene == DemoScene.ALL ? demo.apply(pool) : scenes.apply(scene);
        };
    }
}
