package org.hrscope.ui.library;

import java.io.IOException;
import java.net.ProxySelector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hrscope.checkpoint.TorchFile;
import org.hrscope.convert.CheckpointImport;
import org.hrscope.file.Sha256;
import org.hrscope.hrnet.HrNet;
import org.hrscope.hrnet.HrNetSpec;
import org.hrscope.library.CatalogueEntry;
import org.hrscope.library.Downloader;
import org.hrscope.library.ModelStore;
import org.jspecify.annotations.Nullable;

/// A small random network as it would be published, entries that offer it, and a store of its own.
final class Shelf {
    final byte[] published;
    final String hash;
    final ModelStore store;

    Shelf(Path folder) throws IOException {
        HrNetSpec.Stage one = new HrNetSpec.Stage(1, 1);
        HrNetSpec tiny = new HrNetSpec(HrNetSpec.Version.V1, 4, 17, 1, 1, List.of(one, one, one));
        Path file =
                TorchFile.random(HrNet.of(tiny, 64, 64).stateDict(), 9)
                        .writeLegacy(folder.resolve("x.pth"));
        published = Files.readAllBytes(file);
        hash = Sha256.of(file).substring(0, 8);
        Downloader downloader = new Downloader(ProxySelector.of(null));
        store = new ModelStore(folder.resolve("store"), downloader, new CheckpointImport());
    }

    /// @param url its folder; null for one that a person must fetch
    CatalogueEntry entry(String id, String dataset, @Nullable String url) {
        return new CatalogueEntry(
                id,
                "HRNet-W4",
                dataset,
                17,
                96,
                128,
                "dark",
                Map.of("AP", 0.5),
                url == null ? null : url + id + "-" + hash + ".pth",
                "a folder",
                null,
                null,
                hash,
                "none");
    }
}
