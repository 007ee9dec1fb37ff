"""DiffuGen: a server around stable-diffusion.cpp, with or without a stream of progress."""
