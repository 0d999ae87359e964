package org.hrscope.checkpoint;

import java.nio.ByteBuffer;

/// One of PyTorch's two file formats for an object and its storages.
interface Archive {
    /// The unpickled object; its tensors still refer to storages by key.
    Object root();

    /// All bytes of a storage, in the file's byte order.
    ByteBuffer bytes(StorageRef storage);
}
