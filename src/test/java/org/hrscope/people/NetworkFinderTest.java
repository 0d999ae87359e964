package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hrscope.capture.FramePool;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Task;
import org.hrscope.inference.ImageNetwork;
import org.hrscope.inference.PixelFormat;
import org.junit.jupiter.api.Test;

/// What a decoder may say, in pixels of a 320 x 320 input; the image is 320 x 160, in the middle.
class NetworkFinderTest {
    private static List<BoundingBox> found(BoundingBox... decoded) throws Problem {
        BoxDecoder decoder =
                output -> List.of(decoded).stream().map(box -> new FoundPerson(box, 0.9)).toList();
        PixelFormat format = PixelFormat.imageNet(Task.PEOPLE.outside());
        ImageNetwork network = ImageNetwork.bundled(FinderOpener.BUNDLED);
        try (PersonFinder finder = new NetworkFinder(network, format, Letterbox::centred, decoder);
                Frame frame =
                        new FramePool()
                                .frame(320, 160, new Frame.Origin("a", 0, 0), pixels -> {})) {
            return finder.find(frame).stream().map(FoundPerson::box).toList();
        }
    }

    @Test
    void boxesThatAreNowhereInTheImageAreNobody() throws Problem {
        assertThat(
                        found(
                                new BoundingBox(-900, 100, 100, 150),
                                new BoundingBox(321.5, 100, 100, 150),
                                new BoundingBox(30, 240, 100, 150),
                                // in the grey above the image, but for a strip
                                new BoundingBox(30, 10, 40, 80),
                                new BoundingBox(1e300, 1e300, 10, 10),
                                new BoundingBox(-1e300, 0, Double.MAX_VALUE, 10),
                                new BoundingBox(Double.NaN, 100, 10, 10),
                                new BoundingBox(0, 100, 10, Double.POSITIVE_INFINITY),
                                new BoundingBox(40, 100, 0, 0),
                                new BoundingBox(140, 200, -30, -60)))
                .isEmpty();
        assertThat(found(new BoundingBox(-20, 90, 60, 140.5)))
                .containsExactly(new BoundingBox(-20, 10, 60, 140.5));
    }
}
