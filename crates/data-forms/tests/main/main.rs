//! Data forms through their public face.

mod change;
mod form_type;
mod layout;
mod submit;
mod validate;
mod values;
mod vectors;
