/// HRNet as data: every layer in order under its official name, with shapes, parameters, multiply-adds and
/// receptive field, and how to infer it all from a checkpoint. Paper arXiv:1902.09212, code
/// `lib/models/pose_hrnet.py`.
@NullMarked
package org.hrscope.hrnet;

import org.jspecify.annotations.NullMarked;
