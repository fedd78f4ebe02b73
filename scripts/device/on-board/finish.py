# Run on the board by mpremote when all files are there and compared. PLAN is put before it. The manifest comes last: a
# board that has it is whole.
import os


def finish():
    for fresh, path in PLAN["own"]:
        os.rename("/" + fresh, "/" + path)
    with open("/manifest.new", "w") as file:
        file.write(PLAN["manifest"])
    os.rename("/manifest.new", "/manifest.json")
    if hasattr(os, "sync"):
        os.sync()


finish()
