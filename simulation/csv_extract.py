"""Appending data frames to one CSV extract, chunk by chunk, belongs here.

Which columns a supplier sends and what they say does not.
"""

from pathlib import Path

import pandas as pd


class CsvExtract:
    """One CSV file that grows by chunks; no byte depends on the size of chunks.

    Attributes:
        rows: data rows written so far.
    """

    def __init__(
        self,
        path: Path,
        columns: list[str],
        *,
        encoding: str = "utf-8",
        line_end: str = "\n",
        title: str = "",
    ) -> None:
        """Start the file with its title lines and its heading.

        Args:
            path: the file to make; its folder must exist.
            columns: the heading, in order.
            encoding: 'utf-8', 'utf-8-sig' (BOM) or 'cp1252'.
            line_end: end of every line, the title's included.
            title: text above the heading, with its own line ends.
        """
        self.path = path
        self.columns = columns
        self.encoding = "utf-8" if encoding == "utf-8-sig" else encoding
        self.line_end = line_end
        self.rows = 0
        bom = b"\xef\xbb\xbf" if encoding == "utf-8-sig" else b""
        heading = ",".join(columns) + line_end
        path.write_bytes(bom + (title + heading).encode(self.encoding))

    def append(self, frame: pd.DataFrame) -> None:
        """Append rows; the frame must hold the columns, null becomes nothing."""
        self.rows += len(frame)
        text = frame[self.columns].to_csv(
            index=False, header=False, lineterminator=self.line_end
        )
        self._append_text(text)

    def close(self, footer: str = "") -> None:
        """Write the footer lines, with their own line ends."""
        self._append_text(footer)

    def _append_text(self, text: str) -> None:
        with self.path.open("ab") as file:
            file.write(text.encode(self.encoding))
