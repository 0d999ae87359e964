package org.hrscope.people;

import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Tensor;
import org.hrscope.inference.ImageNetwork;
import org.hrscope.inference.PixelFormat;

/// Letterbox, run, decode, back to image pixels. One thread at a time.
///
/// @param network with one output; closed with this object
record NetworkFinder(ImageNetwork network, PixelFormat format, Placing placing, BoxDecoder decoder)
        implements PersonFinder {
    /// How an image of this size is fitted into an input of that size.
    interface Placing {
        Letterbox of(int width, int height, int inputWidth, int inputHeight);
    }

    @Override
    public String name() {
        return network.name();
    }

    @Override
    public int threads() {
        return network.threads();
    }

    @Override
    public List<FoundPerson> find(Frame frame) throws Problem {
        Letterbox letterbox = show(frame);
        return inside(frame, letterbox, run());
    }

    @Override
    public List<FoundPerson> findTwice(Frame frame) throws Problem {
        Letterbox letterbox = show(frame);
        List<FoundPerson> straight = run();
        network.mirror();
        List<FoundPerson> mirrored = run().stream().map(this::mirrored).toList();
        return inside(frame, letterbox, BothSides.of(straight, mirrored));
    }

    private Letterbox show(Frame frame) throws Problem {
        Letterbox letterbox =
                placing.of(
                        frame.width(), frame.height(), network.inputWidth(), network.inputHeight());
        network.show(frame, letterbox.toInput(), format);
        return letterbox;
    }

    /// In input pixels.
    private List<FoundPerson> run() throws Problem {
        Tensor output = network.run().values().iterator().next();
        return decoder.decode(output);
    }

    private FoundPerson mirrored(FoundPerson found) {
        BoundingBox box = found.box();
        double x = network.inputWidth() - box.x() - box.width();
        return new FoundPerson(
                new BoundingBox(x, box.y(), box.width(), box.height()), found.score());
    }

    private static List<FoundPerson> inside(
            Frame frame, Letterbox letterbox, List<FoundPerson> all) {
        return all.stream()
                .map(found -> new FoundPerson(letterbox.toPicture(found.box()), found.score()))
                // A broken network may say anything.
                .filter(found -> Boxes.inside(found.box(), frame.width(), frame.height()))
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
