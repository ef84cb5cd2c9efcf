import Glissade
print("glissade")
