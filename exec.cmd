@rem npm runs the scripts of package.json with cmd.exe on Windows, which has no exec and needs none: this runs what follows it.
@%*
