package org.hrscope.ui.inspector;

import java.util.List;
import org.hrscope.domain.FeatureMaps;
import org.hrscope.domain.Problem;

/// A channel as text for a spreadsheet or an editor: its name, the tensor's shape and the channel in the first line,
/// then one line per row, values separated by tabs and exact to the last bit. Any thread.
final class MapText {
    /// A clipboard holds more, but the programs that paste it do not.
    static final int MOST_CELLS = 200_000;

    private MapText() {}

    /// @param altered how it differs from the whole network's, in the first line
    /// @throws Problem `copy.tooLarge`
    static String of(NodeMaps maps, int channel, List<String> altered) throws Problem {
        FeatureMaps all = maps.maps();
        if (all.cells() > MOST_CELLS)
            throw new Problem("copy.tooLarge", all.width(), all.height(), MOST_CELLS);
        StringBuilder text = new StringBuilder();
        text.append(maps.node()).append('\t').append(maps.shape()).append("\tchannel ");
        text.append(channel);
        altered.forEach(line -> text.append('\t').append(line));
        text.append('\n');
        for (int y = 0; y < all.height(); y++) {
            for (int x = 0; x < all.width(); x++) {
                if (x > 0) text.append('\t');
                text.append(all.at(channel, y, x));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
