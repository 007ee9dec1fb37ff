"""Which failures are the same one, and what helps against the known ones."""

from __future__ import annotations

import pytest

from ivk_desktop.domain.failures import hint, signature
from ivk_desktop.domain.jobs import JobError
from ivk_desktop.words import SENTENCES

KNOWN = {
    "hint_out_of_memory": [
        ("OutOfMemoryError", "CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 8 GiB)"),
        ("RuntimeError", "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate"),
        ("RuntimeError", "[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: "
         "not enough memory: you tried to allocate 18874368 bytes"),
    ],
    "hint_disk_full": [("OSError", "[Errno 28] No space left on device")],
    "hint_model_not_found": [
        ("UnknownModelException", "model not found"),
        ("ModelNotFoundException", "6a1b"),
        ("Exception", "The LoRA more-details does not exist"),
    ],
    "hint_model_file": [
        ("FileNotFoundError", "[Errno 2] No such file or directory: '/data/models/x/unet.bin'"),
        ("SafetensorError", "Error while deserializing header: HeaderTooLarge"),
    ],
    "hint_picture_missing": [
        ("ImageFileNotFoundException", "Image file not found"),
        ("UnidentifiedImageError", "cannot identify image file <_io.BytesIO>"),
    ],
    "hint_missing_input": [
        ("RequiredConnectionException", "Node 3 missing connections for field unet"),
        ("ValidationError", "1 validation error for DenoiseLatentsInvocation"),
        ("AttributeError", "'NoneType' object has no attribute 'latents_name'"),
    ],
    "hint_models_differ": [
        ("RuntimeError", "mat1 and mat2 shapes cannot be multiplied (154x768 and 2048x640)"),
    ],
    "hint_number_type": [
        ("RuntimeError", "expected scalar type Half but found Float"),
    ],
    "hint_server_lacks": [("ModuleNotFoundError", "No module named 'xformers'")],
    "hint_download": [("GatedRepoError", "401 Client Error")],
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "error"), [(code, pair) for code, pairs in KNOWN.items() for pair in pairs]
)
def test_a_known_error_has_its_hint(code: str, error: tuple[str, str]) -> None:
    found = hint(JobError(*error))
    assert found is not None
    assert found.code == code


def test_every_hint_has_its_sentence() -> None:
    assert [code for code in KNOWN if code not in SENTENCES] == []


@pytest.mark.parametrize(
    "error",
    [None, JobError("", ""), JobError("ValueError", "The scheduler is in a bad mood")],
)
def test_of_an_unknown_error_nothing_is_claimed(error: JobError | None) -> None:
    assert hint(error) is None


def test_the_traceback_alone_makes_no_hint() -> None:
    assert hint(JobError("ValueError", "bad", "except OutOfMemoryError: raise ValueError")) is None


def test_the_same_error_with_other_numbers_is_the_same() -> None:
    first = JobError(
        "OutOfMemoryError", "Tried to allocate 2.00 GiB at 0x7fa1 for 3f2c9d8e7a6b5c4d"
    )
    second = JobError("OutOfMemoryError", "Tried to allocate 14.5 GiB at 0x9b for 99aa88bb77cc66dd")
    assert signature(first) == signature(second)
    assert signature(first) != signature(JobError("OSError", first.message))
    assert signature(JobError("E", "no model a")) != signature(JobError("E", "no model b"))


def test_a_message_of_any_length_has_a_short_signature() -> None:
    kind, message = signature(JobError("E", "x y " * 1_000_000))
    assert (kind, len(message)) == ("E", 300)
