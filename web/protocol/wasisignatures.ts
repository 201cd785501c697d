// The functions of WASI preview 1 and their types. All of them may be imported,
// since compilers import more of them than programs call.

/** The module that they are imported from. */
export const wasi = "wasi_snapshot_preview1";

// i is i32, l is i64. All but proc_exit return an error's number, an i32.
const params = {
  args_get: "ii",
  args_sizes_get: "ii",
  clock_res_get: "ii",
  clock_time_get: "ili",
  environ_get: "ii",
  environ_sizes_get: "ii",
  fd_advise: "illi",
  fd_allocate: "ill",
  fd_close: "i",
  fd_datasync: "i",
  fd_fdstat_get: "ii",
  fd_fdstat_set_flags: "ii",
  fd_fdstat_set_rights: "ill",
  fd_filestat_get: "ii",
  fd_filestat_set_size: "il",
  fd_filestat_set_times: "illi",
  fd_pread: "iiili",
  fd_prestat_get: "ii",
  fd_prestat_dir_name: "iii",
  fd_pwrite: "iiili",
  fd_read: "iiii",
  fd_readdir: "iiili",
  fd_renumber: "ii",
  fd_seek: "ilii",
  fd_sync: "i",
  fd_tell: "ii",
  fd_write: "iiii",
  path_create_directory: "iii",
  path_filestat_get: "iiiii",
  path_filestat_set_times: "iiiilli",
  path_link: "iiiiiii",
  path_open: "iiiiillii",
  path_readlink: "iiiiii",
  path_remove_directory: "iii",
  path_rename: "iiiiii",
  path_symlink: "iiiii",
  path_unlink_file: "iii",
  poll_oneoff: "iiii",
  proc_exit: "i",
  proc_raise: "i",
  random_get: "ii",
  sched_yield: "",
  sock_accept: "iii",
  sock_recv: "iiiiii",
  sock_send: "iiiii",
  sock_shutdown: "ii",
} as const;

/** A function of WASI preview 1. */
export type WasiName = keyof typeof params;

/** Their names. */
export const wasiNames = Object.keys(params) as WasiName[];

/** Their types by their names, as "(i32, i64) i32". */
export const signatures: ReadonlyMap<string, string> = new Map(
  wasiNames.map((name) => {
    const types = [...params[name]].map((letter) => (letter === "l" ? "i64" : "i32"));
    return [name, `(${types.join(", ")})${name === "proc_exit" ? "" : " i32"}`];
  }),
);
