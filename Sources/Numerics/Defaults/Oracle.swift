/// The bulk operations as plain loops in the scalar's own arithmetic: what every kernel is tested against.
///
/// `Scalar`'s defaults call these. They stand apart so that tests reach them for types that have kernels, too.
package enum Oracle {}
